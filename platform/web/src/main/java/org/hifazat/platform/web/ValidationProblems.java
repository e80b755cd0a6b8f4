package org.hifazat.platform.web;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Broken Bean Validation constraints of a request: where and which, never the value. */
public class ValidationProblems {

  @ServerExceptionMapper
  public Response invalid(ValidationException invalid, ResourceInfo resource) {
    if (!(invalid instanceof ResteasyReactiveViolationException request)) {
      return RequestFaults.answer(invalid);
    }
    List<Violation> errors = new ArrayList<>();
    for (ConstraintViolation<?> violation : request.getConstraintViolations()) {
      List<Path.Node> path = nodes(violation.getPropertyPath());
      if (path.stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE)) {
        // Ours, not the client's: an answer that breaks its own contract.
        return RequestFaults.answer(invalid);
      }
      errors.add(new Violation(pointer(path, resource), code(violation)));
    }
    errors.sort(Comparator.comparing(Violation::pointer).thenComparing(Violation::code));
    return Problem.response(CommonProblem.INVALID_VALUE, errors);
  }

  private static List<Path.Node> nodes(Path path) {
    List<Path.Node> nodes = new ArrayList<>();
    path.forEach(nodes::add);
    return nodes;
  }

  private static String code(ConstraintViolation<?> violation) {
    Class<? extends Annotation> constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType();
    return Codes.kebab(constraint.getSimpleName());
  }

  private static String pointer(List<Path.Node> path, ResourceInfo resource) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      Integer index = node.getIndex();
      if (index != null) {
        pointer.append('/').append(index);
      }
      boolean named =
          switch (node.getKind()) {
            case METHOD, CONSTRUCTOR, BEAN, CROSS_PARAMETER, RETURN_VALUE -> false;
            case PARAMETER -> isNamed(node.as(Path.ParameterNode.class), resource);
            case CONTAINER_ELEMENT -> false;
            case PROPERTY -> node.getName() != null;
          };
      if (named) {
        pointer.append('/').append(Codes.escape(node.getName()));
      }
    }
    return pointer.toString();
  }

  /** The body and a bean of parameters are the document itself; a query parameter has a name. */
  private static boolean isNamed(Path.ParameterNode node, ResourceInfo resource) {
    Parameter parameter = resource.getResourceMethod().getParameters()[node.getParameterIndex()];
    for (Annotation annotation : parameter.getAnnotations()) {
      String name = annotation.annotationType().getSimpleName();
      if (NAMED.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> NAMED =
      Set.of(
          "QueryParam",
          "PathParam",
          "HeaderParam",
          "CookieParam",
          "FormParam",
          "MatrixParam",
          "RestQuery",
          "RestPath",
          "RestHeader",
          "RestCookie",
          "RestForm",
          "RestMatrix");
}
