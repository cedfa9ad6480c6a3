package org.trm.deploy.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trm.events.proof.SampleLog;

class OptionsTest {
    @Test
    void helpIsGivenToWhomAsks() {
        Room.Run run = Room.run("verify", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.said()).startsWith("usage: verifier verify --log");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        Room.run().isMisuse("Say what to do: verify, receipt, case or witness.");
        Room.run("check").isMisuse("Say what to do: verify, receipt, case or witness.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | Unknown: --fast",
                "--vkey | --vkey needs a value.",
                "--vkey KEY | --log is missing.",
                "--log . | --vkey is missing.",
                "--log . --log . --vkey KEY | --log can be given once only.",
                "--log . --vkey x+y+z | --vkey: ",
                "--log . --vkey WITNESS | --vkey takes the key of a log",
                "--log . --vkey KEY --witness KEY | --witness takes the key of a witness",
                "--log no-such-folder --vkey KEY | there is no folder no-such-folder",
                "--log ftp://trm.example/log --vkey KEY | there is no folder ftp:",
                "--log https:// --vkey KEY | --log: ",
                "--log https://trm.example/log?x --vkey KEY | is no address of a log",
                "--log . --vkey KEY --entry x | Unknown: --entry"
            })
    void whatItDoesNotUnderstandItRefuses(String words, String answer) {
        List<String> all = new ArrayList<>(List.of("verify"));
        for (String word : words.split(" ")) {
            all.add(
                    word.equals("KEY")
                            ? SampleLog.LOG.toString()
                            : word.equals("WITNESS") ? SampleLog.WITNESS.toString() : word);
        }

        Room.run(all.toArray(String[]::new)).isMisuse(answer);
    }
}
