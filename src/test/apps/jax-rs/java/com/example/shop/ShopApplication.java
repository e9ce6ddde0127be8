package com.example.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Serves tokens and leaves failures to the framework's exception mapping, but for one. */
@ApplicationPath("/oauth2")
public class ShopApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(TokenResource.class, SpentTokenMapper.class);
  }
}
