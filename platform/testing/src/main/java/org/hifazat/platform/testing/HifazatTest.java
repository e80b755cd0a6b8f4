package org.hifazat.platform.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The application under test, started on a real PostgreSQL, Kafka and Keycloak.
 *
 * <p>Use the same attributes on all test classes of a module: other ones make Quarkus start the
 * application again.
 */
@QuarkusTest
@WithTestResource(value = HifazatBackends.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HifazatTest {
  /** Name of its database: {@code cases}, {@code identity}, … */
  String service();

  boolean kafka() default true;

  boolean keycloak() default true;
}
