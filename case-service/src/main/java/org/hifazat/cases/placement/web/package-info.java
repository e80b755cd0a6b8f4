@NullMarked
package org.hifazat.cases.placement.web;

import org.jspecify.annotations.NullMarked;
