@NullMarked
package org.hifazat.cases.takeover.web;

import org.jspecify.annotations.NullMarked;
