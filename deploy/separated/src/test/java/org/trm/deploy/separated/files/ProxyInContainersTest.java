package org.trm.deploy.separated.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy's configuration in containers, as nginx reads it. That of one without, other tests run. */
class ProxyInContainersTest {
    @TempDir
    Path folder;

    @BeforeEach
    void bring_what_else_is_there() throws Exception {
        assumeTrue(Programs.has("nginx"), "There is no nginx here: the proxy's configuration was read by nobody.");
        assumeTrue(Programs.has("openssl"), "There is no openssl here: the proxy had no certificate.");
        Programs.Outcome made = Programs.run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=trm.example.org",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem");
        assertThat(made.code()).as(made.complained()).isZero();
        // The image's own page listens at a port that is not ours to have.
        Files.createDirectories(folder.resolve("conf.d"));
        Files.writeString(folder.resolve("conf.d/default.conf"), "not_ours;");
    }

    /** Less what nginx has learned since Debian 12, and with addresses that can be looked up here. */
    private void place(String file, String where) throws Exception {
        Path target = folder.resolve(where);
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                Sources.text(file)
                        .replace("/tmp/", folder + "/")
                        .replace("http2  on;", "")
                        .replaceAll("server (?:command|query|issuer)[a-z0-9.-]*:(\\d+) resolve", "server 127.0.0.1:$1")
                        .replaceAll("(?m)^resolver .*", "")
                        .replaceAll("(ssl_certificate +)\\S+;", "$1" + folder.resolve("certificate.pem") + ";")
                        .replaceAll("(ssl_certificate_key +)\\S+;", "$1" + folder.resolve("key.pem") + ";"));
    }

    private void nginxReadsIt() throws Exception {
        Programs.Outcome outcome = Programs.run(
                folder,
                "nginx",
                "-t",
                "-q",
                "-e",
                "stderr",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString());
        assertThat(outcome.code()).as(outcome.complained()).isZero();
        assertThat(outcome.complained()).doesNotContain("[warn]", "[emerg]");
    }

    @Test
    void nginx_understands_it_with_what_compose_adds() throws Exception {
        place("nginx/container/nginx.conf", "nginx.conf");
        place("nginx/trm.conf", "conf.d/trm.conf");
        for (String file : new String[] {"site.conf", "tls.conf", "nodes.conf"}) {
            place("compose/nginx/" + file, "trm/" + file);
        }
        place("compose/nginx/issuer.conf", "conf.d/issuer.conf");

        nginxReadsIt();
    }

    @Test
    void nginx_understands_it_with_what_kubernetes_adds() throws Exception {
        place("nginx/container/nginx.conf", "nginx.conf");
        place("nginx/trm.conf", "conf.d/trm.conf");
        place("kubernetes/base/site.conf", "trm/site.conf");
        place("kubernetes/base/nodes.conf", "trm/nodes.conf");

        nginxReadsIt();
    }
}
