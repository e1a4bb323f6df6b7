package dev.troupe.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troupe.events.NotificationKind;
import dev.troupe.notification.NotificationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTemplatesTest {

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @EnumSource
    void everyKindHasASubjectAPlainTextAndAnHtmlPart(NotificationKind kind) {
        RenderedMail mail = templates.render(NotificationFixture.aRequested(kind), "Ada Abbott");
        assertThat(mail.subject()).contains("o-1").doesNotContain("\n", "Ada");
        assertThat(mail.text()).startsWith("Dear Ada Abbott,").contains("o-1").doesNotContain("{{", "<");
        assertThat(mail.html())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>" + mail.subject() + "</title>", "Dear Ada Abbott,")
                .endsWith("</html>\n")
                .doesNotContain("{{");
    }

    @Test
    void moneyIsWrittenInItsCurrency() {
        RenderedMail mail =
                templates.render(NotificationFixture.aRequested(NotificationKind.PAYMENT_REFUNDED), "Ada Abbott");
        assertThat(mail.text()).contains("4.75 GBP");
        assertThat(mail.html()).contains("4.75 GBP");
    }

    @Test
    void aCancellationSaysWhy() {
        RenderedMail mail =
                templates.render(NotificationFixture.aRequested(NotificationKind.ORDER_CANCELLED), "Ada Abbott");
        assertThat(mail.text()).contains("not everything you ordered is in stock");
        assertThat(mail.html()).contains("not everything you ordered is in stock");
    }

    @Test
    void aHostileNameIsHarmlessInHtmlAndUnchangedInPlainText() {
        String name = "<script>alert('x')</script> & {{orderId}} \"";
        RenderedMail mail = templates.render(NotificationFixture.aRequestedConfirmation(), name);
        assertThat(mail.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {{orderId}} &quot;")
                .doesNotContain("<script");
        assertThat(mail.text()).startsWith("Dear " + name + ",");
    }
}
