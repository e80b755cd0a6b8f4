package org.hifazat.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.platform.embedded.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in pages' theme against the Keycloak it is made for. */
class ThemeTest {
  private static final Path KEYCLOAK = Path.of("src/main/keycloak");
  private static final Path THEME = KEYCLOAK.resolve("themes/hifazat/login");

  /** The pages the realm's sign-in can lead to, and the parts they are made of. */
  private static final List<String> PAGES =
      List.of(
          "template",
          "field",
          "buttons",
          "footer",
          "password-commons",
          "password-validation",
          "passkeys",
          "login",
          "login-password",
          "login-otp",
          "select-authenticator",
          "login-recovery-authn-code-input",
          "login-recovery-authn-code-config",
          "login-config-totp",
          "login-update-password",
          "webauthn-authenticate",
          "webauthn-register",
          "webauthn-error",
          "delete-credential",
          "error",
          "info",
          "logout-confirm",
          "login-page-expired");

  /** Rules of a password that the realm does not make; names of programs. */
  private static final Pattern NOT_MET =
      Pattern.compile(
          "invalidPasswordM(ax|inDigits|inLowerCase|inUpperCase|inSpecial).*|totpApp.*Name");

  private static final Pattern LITERAL = Pattern.compile("msg\\(['\"]([\\w.-]*\\w)['\"]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
  private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");

  @ParameterizedTest
  @ValueSource(strings = {"ur", "ps"})
  void everyTextOfAPageSomebodyCanMeetIsInTheirLanguage(String language) throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String page : PAGES) {
      LITERAL
          .matcher(template(page + ".ftl"))
          .results()
          .map(found -> found.group(1))
          .filter(name -> !NOT_MET.matcher(name).matches())
          .forEach(missing::add);
    }
    assertThat(missing).hasSizeGreaterThan(60);
    missing.removeAll(messages(language).stringPropertyNames());
    assertThat(missing).isEmpty();
  }

  @Test
  void urduAndPashtoSayTheSameThings() throws IOException {
    assertThat(messages("ur").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(messages("ps").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ur", "ps"})
  void eachTextIsOneKeycloakHasWrittenInItsOwnScriptWithTheSameBlanks(String language)
      throws IOException {
    Properties english = properties(inKeycloak("base/login/messages/messages_en.properties"));
    english.putAll(messages("en"));
    Properties texts = messages(language);
    assertThat(texts.stringPropertyNames())
        .allSatisfy(
            name -> {
              String text = texts.getProperty(name);
              assertThat(english.stringPropertyNames()).as("Keycloak has it").contains(name);
              if (!name.equals("locale_en")) {
                assertThat(text).containsPattern(ARABIC_LETTER);
              }
              assertThat(text).as("an apostrophe is a sign of its own here").doesNotContain("'");
              if (!ownNumbers(language).contains(name)) {
                assertThat(blanks(text)).isEqualTo(blanks(english.getProperty(name)));
              }
            });
  }

  @Test
  void thePashtoTextsNameTheNumbersOfTheRealmsPasswordPolicy() throws IOException {
    String policy = realm().get("passwordPolicy").asText();
    Properties pashto = messages("ps");

    assertThat(policy).contains("length(12)", "passwordHistory(5)");
    assertThat(pashto.getProperty("invalidPasswordMinLengthMessage")).contains(" 12 ");
    assertThat(pashto.getProperty("invalidPasswordHistoryMessage")).contains(" 5 ");
  }

  @Test
  void theRealmNamesTheThemeAndItsLanguages() throws IOException {
    Properties theme = properties(Files.readString(THEME.resolve("theme.properties")));

    assertThat(realm().get("loginTheme").asText()).isEqualTo("hifazat");
    assertThat(realm().get("internationalizationEnabled").asBoolean()).isTrue();
    assertThat(realm().get("supportedLocales").valueStream().map(JsonNode::asText))
        .containsExactly(theme.getProperty("locales").split(",", -1));
  }

  @Test
  void nothingOfAPageComesFromElsewhere() throws IOException {
    try (Stream<Path> files = Files.walk(THEME)) {
      assertThat(files.filter(file -> file.toString().matches(".*\\.(ftl|css|properties)")))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(Files.readString(file)).doesNotContainPattern("https?://|//cdn"));
    }
  }

  private static Set<String> ownNumbers(String language) {
    return language.equals("ps")
        ? Set.of("invalidPasswordMinLengthMessage", "invalidPasswordHistoryMessage")
        : Set.of();
  }

  private static Set<String> blanks(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static JsonNode realm() throws IOException {
    return new ObjectMapper().readTree(KEYCLOAK.resolve("hifazat-realm.json").toFile());
  }

  private static Properties messages(String language) throws IOException {
    return properties(
        Files.readString(THEME.resolve("messages/messages_" + language + ".properties")));
  }

  private static Properties properties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }

  /** Ours, or the one it would be without ours. */
  private static String template(String name) throws IOException {
    if (Files.exists(THEME.resolve(name))) {
      return Files.readString(THEME.resolve(name));
    }
    try {
      return inKeycloak("keycloak.v2/login/" + name);
    } catch (NoSuchFileException e) {
      return inKeycloak("base/login/" + name);
    }
  }

  private static String inKeycloak(String file) throws IOException {
    Path distribution = only(Distribution.root().resolve("target/dist"), "keycloak-\\d[^/]*");
    Path themes =
        only(distribution.resolve("lib/lib/main"), "org.keycloak.keycloak-themes-\\d.*\\.jar");
    try (FileSystem jar = FileSystems.newFileSystem(themes, Map.of())) {
      return Files.readString(jar.getPath("theme", file), StandardCharsets.UTF_8);
    }
  }

  private static Path only(Path folder, String name) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.getFileName().toString().matches(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
