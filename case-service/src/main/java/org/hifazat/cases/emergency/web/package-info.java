@NullMarked
package org.hifazat.cases.emergency.web;

import org.jspecify.annotations.NullMarked;
