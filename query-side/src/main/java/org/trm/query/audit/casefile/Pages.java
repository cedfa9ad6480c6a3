package org.trm.query.audit.casefile;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.trm.query.web.Html;

/**
 * Lays a document of {@link Html} out as pages: PDF/A-2u (ISO 19005-2), tagged for who has it read aloud. Its typeface is in
 * it and covers the Latin, Cyrillic, Greek, Armenian, Georgian, Hebrew and Arabic scripts; what it has no letter for is
 * printed as {@code #}. It is made from the text alone: whatever the text names is fetched from nowhere. The same text and
 * moment give the same bytes.
 */
final class Pages {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans";
    private static final String REGULAR_FILE = "DejaVuSans.ttf";
    private static final String BOLD_FILE = "DejaVuSans-Bold.ttf";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** What no XML may have, not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private Pages() {}

    static {
        // It would tell the log what it could not print.
        XRLog.setLoggingEnabled(false);
        FontMappers.set(new OwnTypeface(font(REGULAR_FILE).supply()));
    }

    /** @param madeAt as it is told in the document's own description */
    static byte[] of(String html, Instant madeAt) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(NOT_XML.matcher(html).replaceAll("\uFFFD"), null)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUriResolver((base, uri) -> null)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useFont(font(REGULAR_FILE), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(font(BOLD_FILE), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .usePdfUaAccessibility(true)
                .withProducer("Transnational Referral Mechanism");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            date(document, madeAt);
            ByteArrayOutputStream pages = new ByteArrayOutputStream();
            document.save(pages);
            return pages.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Pages.class.getResourceAsStream(FONTS + file);
    }

    /** It says twice when it was made, which must be the same, and takes its own clock for both. */
    private static void date(PDDocument document, Instant madeAt) throws IOException {
        document.getDocumentInformation().setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String described = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(described)
                .replaceAll("$1" + madeAt.atZone(ZoneOffset.UTC).toOffsetDateTime() + "$2")
                .getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(madeAt.toEpochMilli());
    }
}
