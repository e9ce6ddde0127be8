package com.example.shop;

import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;

/** Puts Spring Security's chain in front of everything, as its manual says. */
public class SecurityInitializer extends AbstractSecurityWebApplicationInitializer {}
