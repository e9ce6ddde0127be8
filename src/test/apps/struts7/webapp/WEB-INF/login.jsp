<%@ taglib prefix="s" uri="/struts-tags" %>
<!doctype html>
<html lang="en">
<head><title>Sign in</title></head>
<body><h1>Sign in</h1><s:actionerror/></body>
</html>
