/** How the Commission lays down what the platform goes by. */
@NullMarked
package org.hifazat.cases.policy;

import org.jspecify.annotations.NullMarked;
