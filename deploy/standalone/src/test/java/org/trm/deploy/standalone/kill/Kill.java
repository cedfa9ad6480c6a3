package org.trm.deploy.standalone.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Whom it hits. */
enum Kill {
    /** The program; the keeper of its database server then stops the server. */
    PROGRAM(true) {
        @Override
        void hit(Program program, Random chance) {
            end(program.jvm());
        }
    },
    /** The program and the keepers: the database server lives on, alone. */
    PROGRAM_AND_KEEPERS(true) {
        @Override
        void hit(Program program, Random chance) {
            List<ProcessHandle> keepers = program.keepers();
            keepers.forEach(Kill::end);
            end(program.jvm());
        }
    },
    /** The first process of the database server; the others notice and end. */
    DATABASE(false) {
        @Override
        void hit(Program program, Random chance) throws IOException {
            end(program.postmaster());
        }
    },
    /** One process of the database server that serves the program: the server then ends all others and recovers. */
    ONE_BACKEND(false) {
        @Override
        void hit(Program program, Random chance) throws IOException {
            List<Long> backends = new Store(program).backends();
            end(ProcessHandle.of(backends.get(chance.nextInt(backends.size()))).orElseThrow());
        }
    },
    /** Both at once, as when the machine dies. */
    PROGRAM_AND_DATABASE(true) {
        @Override
        void hit(Program program, Random chance) throws IOException {
            end(program.postmaster());
            end(program.jvm());
        }
    };

    private final boolean endsProgram;

    Kill(boolean endsProgram) {
        this.endsProgram = endsProgram;
    }

    /** Whether somebody must start the program again. */
    boolean endsProgram() {
        return endsProgram;
    }

    abstract void hit(Program program, Random chance) throws IOException;

    private static void end(ProcessHandle process) {
        assertThat(process.destroyForcibly()).as("killed %s", process.pid()).isTrue();
    }
}
