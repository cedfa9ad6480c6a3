package org.trm.events.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;

/** The public keys of an issuer, fetched when the first token asks for them and again as they change. */
final class IssuerKeys {
    /** Milliseconds to connect and to read, and bytes to read at most. */
    private static final ResourceRetriever HTTP = new DefaultResourceRetriever(2_000, 3_000, 100_000);

    private IssuerKeys() {}

    /** Keys outlive an outage of their issuer by an hour; tokens live for minutes. */
    static JWKSource<SecurityContext> of(Issuer issuer) {
        boolean known = issuer.jwkSetUri() != null;
        URL where = url(known ? issuer.jwkSetUri().toString() : issuer.uri().toString());
        ResourceRetriever retriever = known ? HTTP : IssuerKeys::discover;
        return JWKSourceBuilder.<SecurityContext>create(where, retriever)
                .retrying(true)
                .outageTolerant(60 * 60 * 1000L)
                .build();
    }

    /** OpenID Connect Discovery 1.0, section 4: metadata that name another issuer are not believed. */
    private static Resource discover(URL issuer) throws IOException {
        String base = issuer.toString().replaceAll("/$", "");
        Resource document = HTTP.retrieveResource(new URL(base + "/.well-known/openid-configuration"));
        try {
            Map<String, Object> metadata = JSONObjectUtils.parse(document.getContent());
            if (!issuer.toString().equals(metadata.get("issuer"))) {
                throw new IOException("The metadata of " + issuer + " name another issuer");
            }
            return HTTP.retrieveResource(
                    JSONObjectUtils.getURI(metadata, "jwks_uri").toURL());
        } catch (ParseException e) {
            throw new IOException("The metadata of " + issuer + " cannot be read", e);
        }
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not the address of an issuer: " + text, e);
        }
    }
}
