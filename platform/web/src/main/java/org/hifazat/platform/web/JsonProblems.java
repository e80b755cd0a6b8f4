package org.hifazat.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Unreadable bodies. Jackson's messages quote the body, so only its path is used. */
public class JsonProblems {

  // Jackson's own mapper for this exact class would win over one for a supertype.
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException unreadable) {
    return answer(unreadable);
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException unreadable) {
    return answer(unreadable);
  }

  static Response answer(JsonProcessingException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return Problem.response(problem);
      }
    }
    return switch (unreadable) {
      case InvalidDefinitionException fault -> RequestFaults.answer(fault);
      case UnrecognizedPropertyException unknown ->
          Problem.response(CommonProblem.UNKNOWN_FIELD, at(unknown, "unknown-field"));
      case InvalidFormatException form ->
          Problem.response(CommonProblem.INVALID_TYPE, at(form, expected(form)));
      case MismatchedInputException mismatch ->
          Problem.response(CommonProblem.INVALID_TYPE, at(mismatch, expected(mismatch)));
      // A record's own constructor refusing a value arrives here, as does a syntax error inside.
      case JsonMappingException mapping when !(mapping.getCause() instanceof StreamReadException) ->
          Problem.response(CommonProblem.INVALID_TYPE, at(mapping, "invalid-type"));
      default -> Problem.response(CommonProblem.MALFORMED_JSON);
    };
  }

  private static Violation at(JsonMappingException unreadable, String code) {
    return new Violation(pointer(unreadable.getPath()), code);
  }

  private static String expected(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "invalid-type";
    }
    if (type.isEnum()) {
      return "unknown-code";
    }
    return "expected-" + Codes.kebab(type.getSimpleName().replace("[]", "-array"));
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : path) {
      String name = reference.getFieldName();
      pointer.append('/').append(name == null ? reference.getIndex() : Codes.escape(name));
    }
    return pointer.toString();
  }
}
