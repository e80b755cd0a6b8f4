package org.hifazat.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Uploads.content;
import static org.hifazat.cases.Uploads.finish;
import static org.hifazat.cases.Uploads.send;
import static org.hifazat.cases.Uploads.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.hifazat.cases.document.Documents;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.web.file.FileKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents: resumed after a break, looked at before they are kept, encrypted, read by the right
 * ones.
 */
@HifazatTest(service = "cases")
class DocumentTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static String liarsCase = "";
  private static String tellingCase = "";
  private static final String MARK = "Qqxyzzy readable words";

  @Inject DataSource database;
  @Inject Documents documents;
  @Inject FieldCipher cipher;
  @Inject Housekeeping housekeeping;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void anUploadGoesOnWhereItBrokeAndIsSavedAsItCameWithNothingReadableInTheDatabase() {
    String id = opened("Jamal");
    byte[] paper = large();
    Response begun = announced(id, "application/pdf", paper);
    String upload = begun.path("id");
    send(WORKER, upload, paper, 0, 100_000)
        .then()
        .statusCode(200)
        .header("Upload-Offset", equalTo("100000"));
    send(WORKER, upload, paper, 0, 100_000)
        .then()
        .statusCode(409)
        .body("code", equalTo("offset-not-here"));
    finish(WORKER, upload).then().statusCode(409).body("code", equalTo("upload-not-whole"));
    as(Persona.SUPERVISOR).get("/v1/uploads/" + upload).then().statusCode(404);
    as(WORKER)
        .get("/v1/cases/" + id + "/uploads")
        .then()
        .statusCode(200)
        .body("items.received", contains(100_000));
    as(WORKER)
        .noFiltersOfType(ContractFilter.class)
        .head("/v1/uploads/" + upload)
        .then()
        .header("Upload-Offset", equalTo("100000"));
    send(WORKER, upload, paper, 100_000, 100_010)
        .then()
        .statusCode(422)
        .body("code", equalTo("piece-size"));
    for (int from = 100_000; from < paper.length; from += 250_000) {
      send(WORKER, upload, paper, from, Math.min(from + 250_000, paper.length))
          .then()
          .statusCode(200);
    }
    Response kept = finish(WORKER, upload);
    kept.then()
        .statusCode(200)
        .body("sha256", equalTo(Uploads.sha256(paper)))
        .body("size", equalTo(paper.length))
        .body("title", equalTo("Ghjklm title"));
    finish(WORKER, upload).then().statusCode(200).body("id", equalTo(upload));
    send(WORKER, upload, paper, 0, 10).then().statusCode(409).body("code", equalTo("upload-over"));
    Response saved = content(WORKER, upload);
    saved
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Content-Disposition", startsWith("attachment"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"));
    assertThat(saved.asByteArray()).isEqualTo(paper);
    assertThat(Backstage.audit("VIEW_DOCUMENTS", upload)).contains("read photo ordinary");
    assertThat(
            Backstage.count(
                "select count(*) from document_piece where position(?::bytea in content) > 0",
                MARK))
        .isZero();
    assertThat(
            Backstage.count(
                "select count(*) from case_document where position('Ghjklm'::bytea in title) > 0"
                    + " or position(?::bytea in sent_hash) > 0",
                Uploads.sha256(paper)))
        .isZero();
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .contains("document-added");
  }

  @Test
  void whoeverMayNotReadTheCaseOrTheDocumentGetsNothing() {
    String id = opened("Kamal");
    byte[] paper = Files.pdf(MARK);
    String open = upload(WORKER, id, "ordinary", "application/pdf", paper).path("id");
    String theirs =
        upload(Persona.SUPERVISOR, id, "restricted", "application/pdf", paper).path("id");
    content(Persona.COLLEAGUE, open).then().statusCode(403);
    content(Persona.OTHER_UNIT_SUPERVISOR, open).then().statusCode(404);
    content(WORKER, theirs).then().statusCode(404);
    content(Persona.SUPERVISOR, theirs).then().statusCode(200);
    as(WORKER).get("/v1/cases/" + id + "/documents").then().body("items.id", contains(open));
    as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/documents").then().body("items", hasSize(2));
    Uploads.begin(WORKER, id, "clinical", "application/pdf", paper).then().statusCode(403);
    Casework.putInto(id, "closed");
    Uploads.begin(WORKER, id, "ordinary", "application/pdf", paper)
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
    content(WORKER, open).then().statusCode(200);
  }

  @Test
  void aPhotoKeepsNothingOfWhereItWasTakenAndStandsUpright() throws IOException {
    String id = opened("Latif");
    byte[] photo = Files.photoWithPlace(60, 40);
    assertThat(Files.holds(photo, Files.PLACE)).isTrue();
    byte[] saved =
        content(WORKER, upload(WORKER, id, "ordinary", "image/jpeg", photo).path("id"))
            .asByteArray();
    assertThat(Files.holds(saved, Files.PLACE)).isFalse();
    assertThat(Files.holds(saved, "Exif")).isFalse();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(saved));
    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(image.getHeight()).isEqualTo(60);
    assertThat(image.getRGB(20, 10) & 0xff0000).as("red is above").isGreaterThan(0xa00000);
    byte[] letter = Files.docx(Map.of("word/media/image1.jpeg", photo));
    byte[] clean =
        content(
                WORKER,
                upload(WORKER, id, "ordinary", FileKind.DOCX.mediaType(), letter).path("id"))
            .asByteArray();
    assertThat(Files.holds(unpacked(clean, "word/media/image1.jpeg"), Files.PLACE)).isFalse();
    byte[] film =
        content(
                WORKER,
                upload(WORKER, id, "ordinary", "video/mp4", Files.recording("isom")).path("id"))
            .asByteArray();
    assertThat(Files.holds(film, Files.PLACE)).isFalse();
    assertThat(film).hasSameSizeAs(Files.recording("isom"));
  }

  static Stream<Arguments> telling() {
    return Stream.of(
        Arguments.of("application/pdf", SoundFiles.pdf()),
        Arguments.of("audio/mpeg", SoundFiles.mp3()),
        Arguments.of("audio/wav", SoundFiles.wav()),
        Arguments.of("audio/ogg", SoundFiles.opus()),
        Arguments.of("audio/mp4", Files.recording("M4A ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("telling")
  void aRecordingAndAPaperKeepNothingOfWhereAndByWhomTheyWereMade(String type, byte[] file) {
    if (tellingCase.isEmpty()) {
      tellingCase = opened("Latifa");
    }
    assertThat(Files.holds(file, Files.PLACE)).isTrue();
    byte[] saved =
        content(WORKER, upload(WORKER, tellingCase, "ordinary", type, file).path("id"))
            .asByteArray();
    assertThat(Files.holds(saved, Files.PLACE)).isFalse();
    assertThat(Files.holds(saved, SoundFiles.SOUND)).isEqualTo(Files.holds(file, SoundFiles.SOUND));
  }

  @Test
  void aSupervisorRemovesWhatADocumentHoldsAndThatItWasThereStays() {
    String id = opened("Mahnoor");
    byte[] paper = Files.pdf(MARK);
    String document = upload(WORKER, id, "ordinary", "application/pdf", paper).path("id");
    Uploads.remove(WORKER, document, "wrong-case").then().statusCode(403);
    Uploads.remove(Persona.OTHER_UNIT_SUPERVISOR, document, "wrong-case").then().statusCode(404);
    Uploads.remove(Persona.SUPERVISOR, document, "made-up")
        .then()
        .body("code", equalTo("code-unknown"));
    Uploads.remove(Persona.SUPERVISOR, document, "wrong-case")
        .then()
        .statusCode(200)
        .body("removalReason", equalTo("wrong-case"))
        .body("sha256", equalTo(Uploads.sha256(paper)));
    assertThat(
            Backstage.count(
                "select count(*) from document_piece where document_id = ?::uuid", document))
        .isZero();
    content(WORKER, document).then().statusCode(404).body("code", equalTo("document-removed"));
    as(WORKER)
        .get("/v1/cases/" + id + "/documents")
        .then()
        .body("items.id", contains(document))
        .body("items.removalReason", contains("wrong-case"));
    Uploads.remove(Persona.SUPERVISOR, document, "wrong-case")
        .then()
        .statusCode(404)
        .body("code", equalTo("document-removed"));
    assertThat(Backstage.audit("REMOVE_DOCUMENT", document))
        .anyMatch(line -> line.startsWith("performed"));
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .contains("document-removed");
  }

  static Stream<Arguments> liars() {
    byte[] jpeg = Files.picture("jpeg", 30, 20);
    byte[] zip = Files.docx(Map.of());
    return Stream.of(
        Arguments.of("a paper that says it is a picture", "image/jpeg", Files.pdf(""), NOT),
        Arguments.of("a page", "application/pdf", "<html><script>1</script>".getBytes(UTF_8), NOT),
        Arguments.of(
            "a picture with an archive after it", "image/jpeg", Files.join(jpeg, zip), NOT),
        Arguments.of(
            "a paper with a page before its end",
            "application/pdf",
            Files.join(Files.pdf(""), "<html>".getBytes(UTF_8)),
            NOT),
        Arguments.of(
            "a picture that begins a page",
            "image/png",
            Files.join(header(), "<svg onload=1>".getBytes(UTF_8)),
            NOT),
        Arguments.of("a cut picture", "image/png", header(), NOT),
        Arguments.of(
            "an archive that is no letter",
            FileKind.DOCX.mediaType(),
            Files.join(zip, "x".getBytes(UTF_8)),
            NOT),
        Arguments.of(
            "a letter with a macro",
            FileKind.DOCX.mediaType(),
            Files.docx(Map.of("word/vbaProject.bin", new byte[3])),
            "content-not-safe"),
        Arguments.of(
            "a letter that unpacks to too much",
            FileKind.DOCX.mediaType(),
            Files.docx(Map.of("word/a.xml", new byte[40 << 20])),
            "content-not-safe"),
        Arguments.of(
            "a paper that acts",
            "application/pdf",
            Files.pdf("/JavaScript (app.alert)"),
            "content-not-safe"),
        Arguments.of(
            "a picture that unpacks to too much", "image/png", Files.bomb(), "picture-too-large"),
        Arguments.of("a recording of another brand", "video/mp4", Files.recording("heic"), NOT));
  }

  private static final String NOT = "content-not-as-said";

  private static byte[] header() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("liars")
  void anUploadThatIsNotWhatItSaysIsRefusedAndNothingOfItIsKept(
      String what, String type, byte[] file, String code) {
    if (liarsCase.isEmpty()) {
      liarsCase = opened("Mirwais");
    }
    String id = liarsCase;
    upload(WORKER, id, "ordinary", type, file).then().statusCode(422).body("code", equalTo(code));
    assertThat(Backstage.count("select count(*) from case_document where case_id = ?::uuid", id))
        .isZero();
    as(WORKER).get("/v1/cases/" + id + "/documents").then().body("items", empty());
  }

  @Test
  void whatCannotBeAnnouncedIsRefusedAndADifferentContentIsNotKept() {
    String id = opened("Nasir");
    byte[] paper = Files.pdf(MARK);
    Uploads.begin(WORKER, id, "ordinary", "text/html", paper)
        .then()
        .statusCode(422)
        .body("code", equalTo("media-type-not-taken"));
    Uploads.begin(WORKER, id, "ordinary", "application/pdf", (25 << 20) + 1, Uploads.sha256(paper))
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
    String other =
        Uploads.begin(WORKER, id, "ordinary", "application/pdf", paper.length, "0".repeat(64))
            .path("id");
    send(WORKER, other, paper, 0, paper.length).then().statusCode(200);
    finish(WORKER, other).then().statusCode(422).body("code", equalTo("hash-differs"));
    as(WORKER).get("/v1/uploads/" + other).then().statusCode(404);
    String given = announced(id, "application/pdf", paper).path("id");
    as(WORKER).delete("/v1/uploads/" + given).then().statusCode(204);
    as(WORKER).get("/v1/uploads/" + given).then().statusCode(404);
    String late = announced(id, "application/pdf", paper).path("id");
    Backstage.execute(
        "update case_document set expires_at = now() - interval '1 minute' where id = ?::uuid",
        late);
    send(WORKER, late, paper, 0, paper.length)
        .then()
        .statusCode(409)
        .body("code", equalTo("upload-over"));
    housekeeping.runAll();
    assertThat(Backstage.count("select count(*) from case_document where id = ?::uuid", late))
        .isZero();
  }

  @Test
  void whoErasesAChildErasesItsDocuments() {
    String id = opened("Omar");
    byte[] paper = Files.pdf(MARK);
    UUID document =
        UUID.fromString(upload(WORKER, id, "ordinary", "application/pdf", paper).path("id"));
    UUID child =
        UUID.fromString(
            Backstage.texts("select child_id from case_file where id = ?::uuid", id).getFirst());
    Documents.Content content =
        new Documents.Content(
            document, child, paper.length, 1, FileKind.PDF, Database.caller(WORKER));
    QuarkusTransaction.requiringNew().run(() -> cipher.destroy(child));
    assertThatThrownBy(() -> documents.write(content, new ByteArrayOutputStream()))
        .isInstanceOf(ErasedSubjectException.class);
  }

  private static Response announced(String id, String type, byte[] content) {
    Response begun = Uploads.begin(WORKER, id, "ordinary", type, content);
    begun.then().statusCode(201);
    return begun;
  }

  private static byte[] large() {
    byte[] filling = new byte[700_000];
    new Random(7).nextBytes(filling);
    return Files.join("%PDF-1.7\n".getBytes(UTF_8), filling, (MARK + "\n%%EOF\n").getBytes(UTF_8));
  }

  private static byte[] unpacked(byte[] zip, String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new AssertionError(name + " is not there");
  }
}
