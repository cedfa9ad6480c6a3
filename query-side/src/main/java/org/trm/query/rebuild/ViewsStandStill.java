package org.trm.query.rebuild;

import org.springframework.stereotype.Component;
import org.trm.query.alarm.Alarm;
import org.trm.query.projection.Generation;
import org.trm.query.projection.GenerationTable;
import org.trm.query.projection.Projections;

/** Raised while a view cannot go on, on this node. Acts, and the readers of the other views, go on. */
@Component
class ViewsStandStill implements Alarm {
    private final GenerationTable generations;
    private final Projections projections;

    ViewsStandStill(GenerationTable generations, Projections projections) {
        this.generations = generations;
        this.projections = projections;
    }

    @Override
    public Code code() {
        return Code.VIEW_STANDS_STILL;
    }

    @Override
    public boolean isRaised() {
        return generations.all().stream()
                .filter(generation -> generation.state() == Generation.State.CURRENT)
                .anyMatch(generation -> projections.failure(generation).isPresent());
    }
}
