package org.hifazat.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.reference.PrefixedRootFactory;
import org.javarosa.core.reference.Reference;
import org.javarosa.core.reference.ReferenceManager;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormAnswerDataParser;
import org.jspecify.annotations.Nullable;

/** A device with Collect's engine and Collect's requests, as far as this interface needs them. */
final class Collect {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String server;
  private final String authorization;
  private final Path media;

  /**
   * @param server address of the service itself
   */
  Collect(String server, String username, String password) throws IOException {
    this.server = server;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    this.media = Files.createTempDirectory("collect");
  }

  HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return HTTP.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> head(String address) throws IOException, InterruptedException {
    return HTTP.send(
        request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a filled form as Collect does: one part of that name, as a file. */
  HttpResponse<String> submit(String xml) throws IOException, InterruptedException {
    return submitRaw(
        "multipart/form-data; boundary=AaB03x",
        "--AaB03x\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"f.xml\"\r\n"
            + "Content-Type: text/xml\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + xml
            + "\r\n--AaB03x--\r\n");
  }

  HttpResponse<String> submitRaw(String contentType, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        request("/openrosa/submission")
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address) {
    String path = address.replaceFirst("https?://[^/]+", "");
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", authorization)
        .header("X-OpenRosa-Version", "1.0");
  }

  /** Fills a form with Collect's own engine and finishes it. */
  String fill(String form, String cases, Map<String, String> answers) throws Exception {
    Path file = Files.writeString(media.resolve("cases-" + UUID.randomUUID() + ".xml"), cases);
    PrefixedRootFactory root = root(file);
    ReferenceManager.instance().addReferenceFactory(root);
    try {
      FormDef definition = new XFormParser(new StringReader(form)).parse();
      definition.initialize(true, new InstanceInitializationFactory());
      answers.forEach((path, answer) -> answer(definition, path, answer));
      definition.postProcessInstance();
      byte[] filled =
          new XFormSerializingVisitor().serializeInstance(definition.getInstance(), definition);
      return new String(filled, StandardCharsets.UTF_8);
    } finally {
      ReferenceManager.instance().removeReferenceFactory(root);
    }
  }

  private static void answer(FormDef form, String path, String answer) {
    TreeElement node = form.getInstance().getRoot();
    for (String step : path.substring(path.indexOf('/', 1) + 1).split("/")) {
      node = node.getFirstChild(step);
    }
    QuestionDef question = FormDef.findQuestionByRef(node.getRef(), form);
    // The list of cases is no list of choices in the form: its answer is plain text.
    boolean itemset = question != null && question.getDynamicChoices() != null;
    form.setValue(
        itemset
            ? new StringData(answer)
            : XFormAnswerDataParser.getAnswerData(answer, node.getDataType(), question),
        node.getRef(),
        true);
  }

  private static PrefixedRootFactory root(Path file) {
    return new PrefixedRootFactory(new String[] {"file"}) {
      @Override
      protected Reference factory(String terminal, String uri) {
        return new LocalFile(file, uri);
      }
    };
  }

  /** A file beside the form. */
  private record LocalFile(Path file, String uri) implements Reference {
    @Override
    public boolean doesBinaryExist() {
      return Files.exists(file);
    }

    @Override
    public InputStream getStream() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public String getURI() {
      return uri;
    }

    @Override
    public String getLocalURI() {
      return file.toString();
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public @Nullable OutputStream getOutputStream() {
      return null;
    }

    @Override
    public void remove() {}

    @Override
    public Reference[] probeAlternativeReferences() {
      return new Reference[0];
    }
  }
}
