package org.hifazat.cases.particulars;

import java.util.UUID;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildParticulars;

/**
 * A child in clear, for somebody who may read it.
 *
 * @param version what a change must name
 */
public record KnownChild(
    UUID id, long version, ChildParticulars particulars, ChildBackground background) {}
