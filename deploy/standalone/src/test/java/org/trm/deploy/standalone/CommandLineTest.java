package org.trm.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void options_become_settings() {
        assertThat(settings("start --port 9000 --data /srv/trm --demo-logins --server.address=::1"))
                .containsExactly(
                        "--server.port=9000", "--trm.data=/srv/trm", "--trm.demo-logins=true", "--server.address=::1");
    }

    @Test
    void start_alone_is_enough() {
        assertThat(settings("start")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stop",
                "--port 9000",
                "start 9000",
                "start --port",
                "start --port x",
                "start --port 70000",
                "start --port --demo-logins",
                "start --data",
                "start --demo",
                "start --demo-logins=true",
                "start --server.port"
            })
    void what_it_does_not_know_it_refuses_and_tells_how_it_is_used(String line) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> settings(line))
                .withMessageContaining("--port N");
    }

    private static String[] settings(String line) {
        return CommandLine.settings(line.split(" "));
    }
}
