package org.hifazat.platform.testing;

import static org.hifazat.platform.testing.Calls.handOver;
import static org.hifazat.platform.testing.Calls.proxy;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.hamcrest.CoreMatchers;
import org.hamcrest.Matcher;
import org.hamcrest.StringDescription;
import org.jspecify.annotations.Nullable;

/** A reply in RestAssured's words; the less usual ones are spoken by RestAssured itself. */
final class Received {
  private static final int SHOWN = 600;
  private static final Object UNKNOWN = new Object();

  /** After these RestAssured knows no more than before. */
  private static final Set<String> CLAIMS = Set.of("statusCode", "header", "contentType", "body");

  private final Reply reply;
  private final Response response = proxy(Response.class, this::asked);
  private @Nullable ValidatableResponse claims;
  private @Nullable JsonPlaces places;
  private @Nullable Response plain;

  Received(Reply reply) {
    this.reply = reply;
  }

  Response asResponse() {
    return response;
  }

  private @Nullable Object asked(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.getName().equals("toString") ? shown() : method.invoke(this, arguments);
    }
    if (arguments == null) {
      return switch (method.getName()) {
        case "statusCode", "getStatusCode" -> reply.status();
        case "asString" -> reply.text();
        case "asByteArray" -> reply.body();
        case "contentType", "getContentType" -> reply.contentType();
        case "then" -> claims();
        case "jsonPath" -> new JsonPath(reply.text());
        case "body", "getBody", "andReturn", "thenReturn", "response" -> response;
        default -> handOver(plainFor(method), method, null);
      };
    }
    Object found =
        switch (method.getName()) {
          case "header", "getHeader" -> reply.header(String.valueOf(arguments[0])).orElse(null);
          case "path" ->
              arguments[1] instanceof String[] more && more.length == 0
                  ? at(String.valueOf(arguments[0]))
                  : UNKNOWN;
          default -> UNKNOWN;
        };
    return UNKNOWN.equals(found) ? handOver(plainFor(method), method, arguments) : found;
  }

  private ValidatableResponse claims() {
    if (claims == null) {
      claims = proxy(ValidatableResponse.class, this::claimed);
    }
    return claims;
  }

  private @Nullable Object claimed(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(this, arguments);
    }
    String word = method.getName();
    if (arguments == null) {
      return switch (word) {
        case "and", "using", "assertThat" -> proxy;
        case "extract" -> proxy(ExtractableResponse.class, this::asked);
        default -> handOver(plain().then(), method, null);
      };
    }
    boolean held =
        switch (word) {
          case "statusCode" -> holds("status", reply.status(), arguments[0]);
          case "header" ->
              arguments.length == 2
                  && holds(
                      "header " + arguments[0],
                      reply.header(String.valueOf(arguments[0])).orElse(null),
                      arguments[1]);
          case "contentType" -> arguments[0] instanceof ContentType type && isOf(type);
          case "body" -> bodyHolds(arguments);
          default -> false;
        };
    if (held) {
      return proxy;
    }
    Object said = handOver(plain().then(), method, arguments);
    return CLAIMS.contains(word) ? proxy : said;
  }

  private boolean isOf(ContentType type) {
    return Stream.of(type.getContentTypeStrings())
        .anyMatch(one -> reply.contentType().regionMatches(true, 0, one, 0, one.length()));
  }

  /** body(path, matcher, path, matcher …) or body(matcher, matcher …). */
  private boolean bodyHolds(@Nullable Object[] arguments) {
    boolean atPlaces = arguments[0] instanceof String;
    if (!(arguments[arguments.length - 1] instanceof Object[] more)
        || arguments.length != (atPlaces ? 3 : 2)) {
      return false;
    }
    Object[] all =
        Stream.concat(Stream.of(arguments).limit(arguments.length - 1L), Stream.of(more)).toArray();
    if (!atPlaces) {
      return Stream.of(all).allMatch(claim -> holds("body", reply.text(), claim));
    }
    for (int i = 0; i + 1 < all.length; i += 2) {
      Object found = all[i] instanceof String place ? at(place) : UNKNOWN;
      if (UNKNOWN.equals(found) || !holds("body's " + all[i], found, all[i + 1])) {
        return false;
      }
    }
    return true;
  }

  /**
   * @return false when this kind of claim is not understood
   * @throws AssertionError when it does not hold
   */
  private boolean holds(String what, @Nullable Object found, @Nullable Object claim) {
    if (claim == null
        || !(claim instanceof Matcher || claim instanceof String || claim instanceof Integer)) {
      return false;
    }
    Matcher<?> matcher = claim instanceof Matcher<?> given ? given : CoreMatchers.equalTo(claim);
    if (!matcher.matches(found)) {
      StringDescription told = new StringDescription();
      told.appendText(what + "\nExpected: ")
          .appendDescriptionOf(matcher)
          .appendText("\n  Actual: ");
      matcher.describeMismatch(found, told);
      throw new AssertionError(told + "\nAnswered: " + shown());
    }
    return true;
  }

  private @Nullable Object at(String place) {
    if (!reply.isJson() || !JsonPlaces.isPlain(place)) {
      return UNKNOWN;
    }
    if (places == null) {
      places = new JsonPlaces(reply.text());
    }
    return places.at(place);
  }

  private String shown() {
    String text = reply.text();
    return reply.status() + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
  }

  private Object plainFor(Method method) {
    Response whole = plain();
    return method.getDeclaringClass().isInstance(whole) ? whole : whole.then().extract();
  }

  private Response plain() {
    if (plain == null) {
      plain = reply.plain();
    }
    return plain;
  }
}
