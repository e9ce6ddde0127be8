package org.tokenerror.it.app;

import jakarta.servlet.annotation.WebServlet;

/** Is the same servlet for applications without a {@code web.xml}. */
@WebServlet({"/oauth2/token", "/bare"})
public final class AnnotatedRefusingServlet extends RefusingServlet {
  private static final long serialVersionUID = 1L;
}
