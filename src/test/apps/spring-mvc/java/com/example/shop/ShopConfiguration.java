package com.example.shop;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Lets Spring Security know the clients as its users, by the Basic scheme only. */
@Configuration
@EnableWebMvc
@EnableWebSecurity
public class ShopConfiguration {
  @Bean
  public SecurityFilterChain chain(HttpSecurity http) throws Exception {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(List.of("https://shop.example.com"));
    cors.setAllowedMethods(List.of("POST"));
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", cors);
    return http.csrf(csrf -> csrf.disable())
        .cors(configurer -> configurer.configurationSource(everywhere))
        .httpBasic(Customizer.withDefaults())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  @Bean
  public UserDetailsService clients() {
    return new InMemoryUserDetailsManager(
        User.withUsername("web").password("{noop}web-secret").roles("CLIENT").build(),
        User.withUsername("kiosk").password("{noop}kiosk-secret").roles("CLIENT").build());
  }

  @Bean
  public TokenController controller() {
    return new TokenController();
  }
}
