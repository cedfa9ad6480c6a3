package org.trm.deploy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who uses the processors, by what Linux counts in {@code /proc}. Where there is none, nothing is counted.
 *
 * @param service the process of the mechanism; 0 when unknown
 * @param postmaster the first process of its database; 0 when unknown
 */
record Processors(long service, long postmaster) {
    private static final Path PROC = Path.of("/proc");
    private static final int MILLIS_A_TICK = 10;

    /** Where they stand in {@code /proc/<pid>/stat}, counted from the field after the name, which is the third. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;

    private static final Set<String> COMPILERS = Set.of("C1 CompilerThre", "C2 CompilerThre");

    /** Milliseconds used so far. */
    CpuTime used() {
        if (!Files.isReadable(PROC.resolve("stat"))) {
            return CpuTime.NOTHING;
        }
        double compiler = compiler();
        return new CpuTime(
                sum(stat(PROC.resolve(Long.toString(service))), USER, SYSTEM) - compiler,
                compiler,
                database(),
                sum(stat(PROC.resolve("self")), USER, SYSTEM),
                machine());
    }

    private double compiler() {
        double millis = 0;
        for (Path task : list(PROC.resolve(service + "/task"))) {
            if (COMPILERS.contains(text(task.resolve("comm")).strip())) {
                millis += sum(stat(task), USER, SYSTEM);
            }
        }
        return millis;
    }

    /** With the server processes that have ended: their parent keeps their time. */
    private double database() {
        if (postmaster == 0) {
            return 0;
        }
        List<String> first = stat(PROC.resolve(Long.toString(postmaster)));
        double millis = sum(first, USER, SYSTEM) + sum(first, USER_OF_ENDED, SYSTEM_OF_ENDED);
        String parent = Long.toString(postmaster);
        for (Path process : list(PROC)) {
            if (Character.isDigit(process.getFileName().toString().charAt(0))) {
                List<String> stat = stat(process);
                millis += !stat.isEmpty() && stat.get(PARENT).equals(parent) ? sum(stat, USER, SYSTEM) : 0;
            }
        }
        return millis;
    }

    /** Everything but idling and waiting for a disk. */
    private static double machine() {
        String[] all = text(PROC.resolve("stat")).lines().findFirst().orElse("").split(" +");
        return Stream.of(1, 2, 3, 6, 7).mapToLong(i -> Long.parseLong(all[i])).sum() * (double) MILLIS_A_TICK;
    }

    private static double sum(List<String> stat, int one, int other) {
        return stat.isEmpty() ? 0 : (Long.parseLong(stat.get(one)) + Long.parseLong(stat.get(other))) * MILLIS_A_TICK;
    }

    /** The name may hold blanks and brackets. */
    private static List<String> stat(Path process) {
        String stat = text(process.resolve("stat"));
        return stat.isEmpty()
                ? List.of()
                : Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    }

    /** Empty when the process has ended. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
