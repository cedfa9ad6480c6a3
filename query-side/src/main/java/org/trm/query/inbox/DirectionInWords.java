package org.trm.query.inbox;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a direction as clients write it; by itself Spring would ask for the name of the constant. */
@Component
final class DirectionInWords implements Converter<String, Direction> {
    @Override
    public Direction convert(String text) {
        return Direction.of(text);
    }
}
