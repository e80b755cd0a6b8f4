package org.hifazat.platform.security;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Collects every resource method while they are deployed; registers nothing. */
@Provider
@Singleton
public class ResourceMethods implements DynamicFeature {
  private final Set<Method> methods = ConcurrentHashMap.newKeySet();

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    methods.add(resource.getResourceMethod());
  }

  Set<Method> all() {
    return Set.copyOf(methods);
  }
}
