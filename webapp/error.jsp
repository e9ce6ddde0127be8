<%-- The legacy application's error page: HTML for everybody, token clients included. --%>
<%@ page isErrorPage="true" session="false" contentType="text/html;charset=UTF-8" %>
<!DOCTYPE html>
<html>
<head><title>Something went wrong</title></head>
<body>
<h1>Something went wrong</h1>
<p>We are sorry. Please contact your administrator and mention the code ${pageContext.errorData.statusCode}.</p>
</body>
</html>
