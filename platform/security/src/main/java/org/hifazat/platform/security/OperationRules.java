package org.hifazat.platform.security;

import java.util.Map;

/**
 * The operations of a service and who may perform them; one bean per service.
 *
 * @param <O> the service's enum of operations
 */
public interface OperationRules<O extends Enum<O> & Operation> {
  Class<O> operations();

  /** One rule for every constant; a missing one keeps the service from starting. */
  Map<O, Rule> rules();
}
