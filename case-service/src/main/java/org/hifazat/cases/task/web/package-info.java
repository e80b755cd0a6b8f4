@NullMarked
package org.hifazat.cases.task.web;

import org.jspecify.annotations.NullMarked;
