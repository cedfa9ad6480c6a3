package org.trm.query.audit.search;

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

/** Records each list that is taken away: who takes it before anything is sent, and afterwards what was sent. */
@Component
class Exports {
    private final ExportTable table;

    Exports(ExportTable table) {
        this.table = table;
    }

    /** Of a list that she may take away; nothing is recorded until it is. */
    ExportNote note(Bearer who, AccessScope scope, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String question = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new Noted(who, scope, question, response);
    }

    private final class Noted implements ExportNote {
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
            response.setHeader(HttpHeaders.LINK, "<" + ExportsApi.PATH + "/" + number + ">; rel=\"describedby\"");
            return new DigestOutputStream(out, sent);
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
