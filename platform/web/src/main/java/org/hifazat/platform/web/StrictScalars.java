package org.hifazat.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Texts and times as the database can hold them, and in no second spelling. */
final class StrictScalars extends SimpleModule {

  StrictScalars() {
    super("strict-scalars");
    addDeserializer(String.class, new Text());
    addDeserializer(Instant.class, new Time<>(Instant.class, Instant::parse, Years::hold));
    addDeserializer(LocalDate.class, new Time<>(LocalDate.class, LocalDate::parse, Years::hold));
  }

  /** PostgreSQL has no text with a zero character. */
  private static final class Text extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      if (text != null && text.indexOf('\0') >= 0) {
        return context.reportInputMismatch(String.class, "zero character");
      }
      return text;
    }
  }

  /** ISO 8601 only, years 1 to 9999: no numbers, no arrays. */
  private static final class Time<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;
    private final transient Predicate<T> possible;

    Time(Class<T> type, Function<String, T> parse, Predicate<T> possible) {
      super(type);
      this.parse = parse;
      this.possible = possible;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        try {
          T time = parse.apply(parser.getText());
          if (possible.test(time)) {
            return time;
          }
        } catch (DateTimeException unreadable) {
          return context.reportInputMismatch(handledType(), "no ISO 8601 time");
        }
      }
      return context.reportInputMismatch(handledType(), "no ISO 8601 time");
    }
  }
}
