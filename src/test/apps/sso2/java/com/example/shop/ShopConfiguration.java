package com.example.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityConfigurerAdapter;
import org.springframework.security.oauth2.config.annotation.configurers.ClientDetailsServiceConfigurer;
import org.springframework.security.oauth2.config.annotation.web.configuration.AuthorizationServerConfigurerAdapter;
import org.springframework.security.oauth2.config.annotation.web.configuration.EnableAuthorizationServer;
import org.springframework.security.oauth2.config.annotation.web.configurers.AuthorizationServerEndpointsConfigurer;
import org.springframework.security.oauth2.config.annotation.web.configurers.AuthorizationServerSecurityConfigurer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Sets up the authorization server of spring-security-oauth2 as its manual says. */
@Configuration
@EnableWebMvc
@EnableWebSecurity
@EnableAuthorizationServer
public class ShopConfiguration extends AuthorizationServerConfigurerAdapter {
  private final AuthenticationManager users;

  public ShopConfiguration(@Lazy AuthenticationManager users) {
    this.users = users;
  }

  @Override
  public void configure(ClientDetailsServiceConfigurer clients) throws Exception {
    clients
        .inMemory()
        .withClient("web")
        .secret("{noop}web-secret")
        .authorizedGrantTypes(
            "client_credentials", "password", "authorization_code", "refresh_token")
        .scopes("read")
        .redirectUris("https://shop.example.com/back")
        .and()
        .withClient("kiosk")
        .secret("{noop}kiosk-secret")
        .authorizedGrantTypes("authorization_code")
        .scopes("read")
        .redirectUris("https://shop.example.com/back");
  }

  @Override
  public void configure(AuthorizationServerEndpointsConfigurer endpoints) {
    endpoints.authenticationManager(users).pathMapping("/oauth/token", "/oauth2/token");
  }

  @Override
  public void configure(AuthorizationServerSecurityConfigurer security) {
    security.allowFormAuthenticationForClients();
  }

  /** Knows the one user. */
  @Configuration
  public static class Users extends WebSecurityConfigurerAdapter {
    @Override
    protected void configure(AuthenticationManagerBuilder builder) throws Exception {
      builder
          .inMemoryAuthentication()
          .withUser("alice")
          .password("{noop}alice-password")
          .roles("USER");
    }

    @Bean
    @Override
    public AuthenticationManager authenticationManagerBean() throws Exception {
      return super.authenticationManagerBean();
    }
  }
}
