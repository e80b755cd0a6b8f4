@NullMarked
package org.hifazat.cases.story.web;

import org.jspecify.annotations.NullMarked;
