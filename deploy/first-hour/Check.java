import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * May this account do this? With Java 17 or newer and nothing else: java Check.java TIKTOK
 * hu.cau.s1n2 [ADVERTISE]. Needs ISSUER, GATEWAY, CLIENT_ID and CLIENT_SECRET in the environment;
 * see the README beside it. In a project of your own, use the client that openapi-generator makes of
 * the document at /openapi, or any JSON library.
 */
public class Check {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  public static void main(String[] arguments) throws Exception {
    String query = "platform=" + encoded(arguments[0]) + "&handle=" + encoded(arguments[1]);
    if (arguments.length > 2) {
      query += "&activity=" + encoded(arguments[2]);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(env("GATEWAY") + "/trust/v1/accounts?" + query))
            .header("Authorization", "Bearer " + token())
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    // Anything but 200 is an RFC 9457 problem: switch on its type, show its detail.
    System.out.println(answer.body());
    System.exit(answer.statusCode() == 200 ? 0 : 1);
  }

  /** One token serves many checks: keep it until shortly before expires_in has passed. */
  private static String token() throws Exception {
    String client = env("CLIENT_ID") + ":" + env("CLIENT_SECRET");
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(env("ISSUER") + "/protocol/openid-connect/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .timeout(Duration.ofSeconds(10))
            .build();
    String answer = HTTP.send(request, BodyHandlers.ofString()).body();
    Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException("no token: " + answer);
    }
    return token.group(1);
  }

  private static String env(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException("Set " + name + "; the README beside this file says how");
    }
    return value;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
