@NullMarked
package org.hifazat.cases.myday.web;

import org.jspecify.annotations.NullMarked;
