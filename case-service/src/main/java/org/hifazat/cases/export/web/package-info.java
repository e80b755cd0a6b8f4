@NullMarked
package org.hifazat.cases.export.web;

import org.jspecify.annotations.NullMarked;
