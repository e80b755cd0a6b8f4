@NullMarked
package org.hifazat.cases.conference.web;

import org.jspecify.annotations.NullMarked;
