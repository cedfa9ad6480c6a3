package org.trm.query.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trm.query.web.Html;

/** A document as pages says what it says in a browser, and nothing that it was not told. */
class PagesTest {
    private static final Instant MADE_AT = Instant.parse("2026-11-24T10:15:30.123Z");

    private static Html document() {
        return new Html("Case BG-7K3M-9QXZ-4T2V-J").heading(1, "What happened in the case BG-7K3M-9QXZ-4T2V-J");
    }

    private static byte[] pages(Html document) {
        return Pages.of(document.text(), MADE_AT);
    }

    private interface Look<T> {
        T at(PDDocument document) throws IOException;
    }

    private static <T> T look(byte[] pages, Look<T> look) {
        try (PDDocument document = Loader.loadPDF(pages)) {
            return look.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the spaces and ends of lines, which belong to the layout. */
    private static String text(byte[] pages) {
        String text = look(pages, new PDFTextStripper()::getText);
        return close(text);
    }

    private static String close(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    @Test
    void theySayWhatWasWritten() {
        String sentence = "Bulgaria opened the case, and is responsible for it.";

        String text = text(pages(document()
                .paragraph("As it was told on 24 November 2026.")
                .table(List.of("No.", "What happened"), List.of(List.of("1", sentence)))));

        assertThat(text)
                .contains(close("What happened in the case BG-7K3M-9QXZ-4T2V-J"))
                .contains(close("As it was told on 24 November 2026."))
                .contains(close("1 " + sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ștefania Đorđević, Łucja Żółć, Şahin Çağrı, Ingibjörg Þórsdóttir",
                "Олена Ґудзь, Ђорђе Љубичић, Христо Ѝванов",
                "Ελένη Παπαδοπούλου, Ήρα",
                "Անահիտ Սարգսյան",
                "ნინო ბერიძე"
            })
    void theyAreReadInEveryScriptOfTheTypeface(String names) {
        assertThat(text(pages(document().paragraph(names))))
                .contains(close(names))
                .doesNotContain("#");
    }

    /** Letters stand in the order in which they are read, and in the form that their neighbours ask for. */
    @ParameterizedTest
    @ValueSource(strings = {"محمد عبد الرحمن", "שרה כהן"})
    void whatIsReadFromTheRightIsReadFromTheRight(String name) {
        assertThat(text(pages(document().paragraph("She is called " + name + " in her papers."))))
                .contains(close(name))
                .doesNotContain("#");
    }

    @Test
    void whatThereIsNoLetterForIsSaidToBeMissing() {
        assertThat(text(pages(document().paragraph("ሰላም 你好")))).contains("#");
    }

    @Test
    void hostileTextStaysText() {
        String hostile = "</td></table><script>alert(1)</script><img src='http://127.0.0.1:1/x'/> &xxe; ]]> <!-- {} \"";

        String text = text(pages(document().table(List.of("<b>"), List.of(List.of(hostile)))));

        assertThat(text).contains("<b>").contains(close(hostile));
    }

    @Test
    void whatNoDocumentMayHoldIsReplacedAndBreaksNothing() {
        String text = text(pages(document().paragraph("before\u0000\u0007\uFFFE\uD800after")));

        assertThat(text).contains("before").contains("after");
    }

    /** Not even what is written past {@link Html}. */
    @Test
    void whateverTheyNameIsFetchedFromNowhere(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p{content:'SECRET'}");
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            String greedy = "<link rel='stylesheet' href='" + address + "a.css'/><link rel='stylesheet' href='"
                    + secret.toUri() + "'/><style>@import url('" + address
                    + "b.css');@font-face{font-family:F;src:url('"
                    + address + "f.ttf')}body{background:url('" + address + "c.png')}</style></head><body><img src='"
                    + address + "d.png'/><object data='" + address
                    + "e.svg' type='image/svg+xml'></object><iframe src='"
                    + address + "g'></iframe>";
            String text = text(Pages.of(document().text().replace("</head>\n<body>", greedy), MADE_AT));

            assertThat(text).contains("Whathappened").doesNotContain("SECRET");
            server.setSoTimeout(1);
            assertThat(asked(server)).isFalse();
        }
    }

    private static boolean asked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Those of the machine on which they are made would be others on the next one. */
    @Test
    void noTypefaceOfTheMachineIsLookedFor() {
        pages(document());
        assertThat(FontMappers.instance()).isInstanceOf(OwnTypeface.class);
    }

    @Test
    void theSameTextAndMomentGiveTheSameBytes() {
        Html document = document().paragraph("Олена محمد");
        assertThat(pages(document)).isEqualTo(pages(document));
        assertThat(Pages.of(document.text(), MADE_AT.plusSeconds(1))).isNotEqualTo(pages(document));
    }

    @Test
    void theyCarryAllThatIsNeededToReadThemInThirtyYears() throws IOException {
        try (PDDocument document = Loader.loadPDF(pages(document().paragraph("Олена")))) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(new String(catalog.getMetadata().toByteArray(), UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>")
                    .contains("<pdfaid:conformance>U</pdfaid:conformance>")
                    .contains("<xmp:CreateDate>2026-11-24T10:15:30.123Z</xmp:CreateDate>");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-11-24T10:15:30Z"));
            assertThat(catalog.getOutputIntents()).hasSize(1);
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(fonts(document))
                    .hasSize(2)
                    .allSatisfy(font -> assertThat(font).endsWith(" embedded"));
        }
    }

    private static List<String> fonts(PDDocument document) throws IOException {
        List<String> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? " embedded" : ""));
            }
        }
        return fonts;
    }

    @Test
    void aLongTableGoesOnUnderItsHeadAndPagesAreCounted() {
        List<List<String>> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> List.of(Integer.toString(i), "Something happened."))
                .toList();

        byte[] pages = pages(document().table(List.of("No.", "What happened"), rows));

        int count = look(pages, PDDocument::getNumberOfPages);
        assertThat(count).isGreaterThan(1);
        PDFTextStripper second = new PDFTextStripper();
        second.setStartPage(2);
        second.setEndPage(2);
        String text = look(pages, second::getText);
        assertThat(close(text)).contains("No.Whathappened").contains("2/" + count);
    }
}
