@NullMarked
package org.hifazat.cases.safety.web;

import org.jspecify.annotations.NullMarked;
