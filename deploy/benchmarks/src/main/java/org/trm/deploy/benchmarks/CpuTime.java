package org.trm.deploy.benchmarks;

/**
 * Processor time in milliseconds.
 *
 * @param service of the mechanism's process, without its compiler
 * @param compiler of the mechanism's compiler, which rests once it is warm
 * @param database of all processes of PostgreSQL
 * @param load of the process that measures
 * @param machine of everything together
 */
record CpuTime(double service, double compiler, double database, double load, double machine) {
    static final CpuTime NOTHING = new CpuTime(0, 0, 0, 0, 0);

    CpuTime since(CpuTime before) {
        return new CpuTime(
                Math.max(0, service - before.service),
                Math.max(0, compiler - before.compiler),
                database - before.database,
                load - before.load,
                machine - before.machine);
    }

    CpuTime per(double count) {
        return new CpuTime(service / count, compiler / count, database / count, load / count, machine / count);
    }

    /** What others used meanwhile. */
    double others() {
        return Math.max(0, machine - service - compiler - database - load);
    }
}
