package org.hifazat.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An operator's request to a service's management port, which only this machine reaches. */
record ManagementCall(int status, String body) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static final int UNREACHABLE = 0;

  static ManagementCall send(String method, String address) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new ManagementCall(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new ManagementCall(UNREACHABLE, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ManagementCall(UNREACHABLE, "");
    }
  }
}
