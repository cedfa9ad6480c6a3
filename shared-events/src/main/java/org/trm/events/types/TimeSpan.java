package org.trm.events.types;

/** A length of time as procedures state it; working days and months are counted in the country's own calendar. */
public record TimeSpan(int amount, Unit unit) {
    /** Units of a procedure's time limits. */
    public enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS
    }

    public TimeSpan {
        if (amount < 1 || amount > 10_000) {
            throw new IllegalArgumentException("must be between 1 and 10000");
        }
    }

    public static TimeSpan hours(int amount) {
        return new TimeSpan(amount, Unit.HOURS);
    }

    public static TimeSpan days(int amount) {
        return new TimeSpan(amount, Unit.DAYS);
    }

    public static TimeSpan workingDays(int amount) {
        return new TimeSpan(amount, Unit.WORKING_DAYS);
    }

    public static TimeSpan months(int amount) {
        return new TimeSpan(amount, Unit.MONTHS);
    }
}
