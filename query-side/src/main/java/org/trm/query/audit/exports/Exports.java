package org.trm.query.audit.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.trm.events.identity.Bearer;
import org.trm.query.access.AccessScope;
import org.trm.query.web.ExportNote;

/** Records whatever is taken away: who takes it before anything is sent, and afterwards what was sent. */
@Component
public class Exports {
    private final ExportTable table;

    Exports(ExportTable table) {
        this.table = table;
    }

    /** Of what she may take away; nothing is recorded until it is. */
    public Noted note(Bearer who, AccessScope scope, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String question = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Noted(who, scope, question, response);
    }

    /** One thing that is taken away. */
    public final class Noted implements ExportNote {
        private final Bearer who;
        private final AccessScope scope;
        private final String question;
        private final HttpServletResponse response;
        private final MessageDigest sent = sha256();
        private long number;
        private long lines;

        private Noted(Bearer who, AccessScope scope, String question, HttpServletResponse response) {
            this.who = who;
            this.scope = scope;
            this.question = question;
            this.response = response;
        }

        @Override
        public OutputStream begin(MediaType as, OutputStream out) {
            number = table.begin(who, scope, question, as.toString());
            response.setHeader(HttpHeaders.LINK, "<" + address() + ">; rel=\"describedby\"");
            return new DigestOutputStream(out, sent);
        }

        /** Where the record is told, once it was begun. */
        public String address() {
            return ExportsApi.PATH + "/" + number;
        }

        @Override
        public void written(int more) {
            lines += more;
            table.progress(number, lines);
        }

        @Override
        public void end(boolean whole) {
            table.end(number, lines, HexFormat.of().formatHex(sent.digest()), whole);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
