package dev.troupe.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxPageTest {

    @TempDir
    private Path folder;

    @Test
    void mailsAreShownAsTextWhateverTheyHold() throws Exception {
        Mailbox mailbox = new Mailbox(folder.resolve("mails"));
        mailbox.receive(mail("<script>alert(1)</script>"), "ada@example.org");
        try (MailboxPage page =
                MailboxPage.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), mailbox)) {
            HttpResponse<String> shown = get(page, "/");
            assertThat(shown.body())
                    .contains("1 mails for 1 notifications", "ada@example.org", "Thank you &amp; goodbye")
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>", "<p>Thank you");
            assertThat(shown.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(get(page, "/count").body()).contains("\"mails\":1");
            assertThat(get(page, "/health").statusCode()).isEqualTo(200);
            assertThat(get(page, "/../etc/passwd").statusCode()).isEqualTo(404);
        }
    }

    private static MimeMessage mail(String subject) throws Exception {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Thank you & goodbye");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Thank you</p>", "utf-8", "html");
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setSubject(subject);
        mail.setHeader(Mailbox.NOTIFICATION_HEADER, "order-confirmed-o-1");
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private static HttpResponse<String> get(MailboxPage page, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
