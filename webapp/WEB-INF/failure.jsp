<%-- The page a legacy application forwards to. Nobody told it about status codes. --%>
<%@ page contentType="text/html;charset=UTF-8" %>
<!DOCTYPE html>
<html>
<head><title>Request failed</title></head>
<body>
<h1>Request failed</h1>
<p>${failureMessage} (internal code ${failureStatus})</p>
</body>
</html>
