@NullMarked
package org.hifazat.cases.risk.web;

import org.jspecify.annotations.NullMarked;
