package org.hifazat.platform.testing;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.specification.AuthenticationSpecification;
import io.restassured.specification.RequestSpecification;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests of tests in RestAssured's words without its price: two thirds of a suite's CPU time went
 * into its dynamic Groovy calls, a new connection per request and a script compiled per JSON path.
 * Use {@code Calls.given()} where you would write {@code RestAssured.given()}; contract filters
 * judge as before. Whatever is not among the plain words below is handed to RestAssured itself,
 * with all that was said so far. While {@link RequestCost} counts, every request says so.
 */
public final class Calls implements InvocationHandler {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  /** RestAssured encodes the rest in its own way. */
  private static final Pattern PLAIN_ADDRESS = Pattern.compile("/[A-Za-z0-9/_.~?=&:,@-]*");

  private static final String TRACE_HEADER = "traceparent";
  private static final ScopedValue<String> COUNTED = ScopedValue.newInstance();

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Filter> filters = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final RequestSpecification self = proxy(RequestSpecification.class, this);
  private @Nullable String token;
  private @Nullable String body;

  private Calls() {}

  /** A request that is about to be made. */
  public static RequestSpecification given() {
    return new Calls().self;
  }

  /** Every request this thread makes meanwhile carries the trace, unless it names another. */
  static void traced(String traceparent, Runnable requests) {
    ScopedValue.where(COUNTED, traceparent).run(requests);
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Calls.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Calls the method on an object of RestAssured's, as if it had been called there. */
  static @Nullable Object handOver(
      Object to, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(to, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(this, arguments);
    }
    List<Object> given =
        arguments == null ? List.of() : Stream.of(arguments).<Object>map(Calls::known).toList();
    String word = method.getName();
    if (VERBS.contains(word) && isAddress(given, 0)) {
      return sent(word, given.get(0).toString(), method, arguments);
    }
    if (word.equals("request") && given.size() == 3 && isAddress(given, 1)) {
      return sent(given.get(0).toString(), given.get(1).toString(), method, arguments);
    }
    return understood(word, given)
        ? self
        : word.equals("auth") ? authentication() : handOver(plain(), method, arguments);
  }

  private static Object known(@Nullable Object argument) {
    return argument == null ? "" : argument;
  }

  private static boolean isAddress(List<Object> given, int at) {
    return given.size() == at + 2
        && given.get(at) instanceof String address
        && PLAIN_ADDRESS.matcher(address).matches()
        && isEmpty(given.get(at + 1));
  }

  private static boolean isEmpty(Object more) {
    return more instanceof Object[] array && array.length == 0;
  }

  private boolean understood(String word, List<Object> given) {
    switch (word) {
      case "given", "when", "with", "and" -> {
        return given.isEmpty();
      }
      case "filter" -> filters.add((Filter) given.getFirst());
      case "contentType" -> headers.put("Content-Type", type(given.getFirst()));
      case "accept" -> headers.put("Accept", type(given.getFirst()));
      case "header" -> {
        if (given.size() != 3
            || !isEmpty(given.get(2))
            || headers.containsKey(given.get(0).toString())) {
          return false;
        }
        headers.put(given.get(0).toString(), given.get(1).toString());
      }
      case "queryParam" -> {
        if (!(given.get(1) instanceof Object[] values) || values.length != 1) {
          return false;
        }
        parameters.put(given.get(0).toString(), values[0]);
      }
      case "body" -> {
        if (given.size() != 1 || !(given.getFirst() instanceof String text)) {
          return false;
        }
        body = text;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String type(Object named) {
    return named instanceof ContentType type ? type.toString() : named.toString();
  }

  private AuthenticationSpecification authentication() {
    return proxy(
        AuthenticationSpecification.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("oauth2") && arguments != null && arguments.length == 1) {
            token = String.valueOf(arguments[0]);
            return self;
          }
          return handOver(plain().auth(), method, arguments);
        });
  }

  private @Nullable Object sent(
      String verb, String address, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    beCounted();
    List<Filter> all = Stream.concat(RestAssured.filters().stream(), filters.stream()).toList();
    if (!all.stream().allMatch(ContractFilter.class::isInstance)
        || (body != null && !headers.containsKey("Content-Type"))) {
      return handOver(plain(), method, arguments);
    }
    Map<String, String> told = new LinkedHashMap<>(headers);
    told.putIfAbsent("Accept", "*/*");
    if (token != null) {
      told.put("Authorization", "Bearer " + token);
    }
    Reply reply = Reply.to(verb, withParameters(address), told, body);
    String path = address.split("\\?", 2)[0];
    for (Filter filter : all) {
      ((ContractFilter) filter)
          .judge(verb, path, reply.status(), reply.contentType(), reply.text());
    }
    return new Received(reply).asResponse();
  }

  private void beCounted() {
    if (COUNTED.isBound()) {
      headers.putIfAbsent(TRACE_HEADER, COUNTED.get());
    }
  }

  private String withParameters(String address) {
    StringBuilder whole = new StringBuilder(address);
    parameters.forEach(
        (name, value) ->
            whole
                .append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value.toString())));
    return whole.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** RestAssured's own request, told all that was said so far. */
  private RequestSpecification plain() {
    beCounted();
    RequestSpecification request = RestAssured.given();
    filters.forEach(request::filter);
    if (token != null) {
      request.auth().oauth2(token);
    }
    headers.forEach(
        (name, value) -> {
          switch (name) {
            case "Content-Type" -> request.contentType(value);
            case "Accept" -> request.accept(value);
            default -> request.header(name, value);
          }
        });
    parameters.forEach(request::queryParam);
    if (body != null) {
      request.body(body);
    }
    return request;
  }
}
